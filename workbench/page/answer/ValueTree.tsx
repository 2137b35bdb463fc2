import { useMemo, useState } from "react";
import { Button, type Key, Tree, TreeItem, TreeItemContent } from "react-aria-components";
import { childrenOf, isBranch, openAtFirst, previewOf, type TreeNode } from "./treeNodes";

/** So many entries of a branch are shown at once. */
const step = 50;

interface Branches {
  expanded: Set<Key>;
  /** How many entries of a branch are shown, where it is not the first step. */
  counts: Record<string, number>;
  toggle: (path: string) => void;
  showMore: (path: string) => void;
}

const kindOf = (value: unknown) => (value === null ? "null" : typeof value);

const More = ({ path, left, branches }: { path: string; left: number; branches: Branches }) => {
  const text = `Show more (${left} left)`;
  return (
    <TreeItem id={`${path}#more`} textValue={text} className="tree-row more" onAction={() => branches.showMore(path)}>
      <TreeItemContent>{text}</TreeItemContent>
    </TreeItem>
  );
};

const Rows = ({ nodes, path, branches }: { nodes: TreeNode[]; path: string; branches: Branches }) => {
  const count = branches.counts[path] ?? step;
  return (
    <>
      {nodes.slice(0, count).map((node) => (
        <Row key={node.path} node={node} branches={branches} />
      ))}
      {nodes.length > count && <More path={path} left={nodes.length - count} branches={branches} />}
    </>
  );
};

const Row = ({ node: { path, name, value }, branches }: { node: TreeNode; branches: Branches }) => {
  const hasMore = isBranch(value);
  const isOpen = branches.expanded.has(path);
  return (
    <TreeItem
      id={path}
      textValue={`${name}: ${previewOf(value)}`}
      hasChildItems={hasMore}
      className="tree-row"
      onAction={hasMore ? () => branches.toggle(path) : undefined}
    >
      <TreeItemContent>
        {hasMore && (
          <Button slot="chevron" className="chevron">
            <span aria-hidden="true">{isOpen ? "▾" : "▸"}</span>
          </Button>
        )}
        <span className="tree-name">{name}</span> <span data-kind={kindOf(value)}>{previewOf(value)}</span>
      </TreeItemContent>
      {hasMore && isOpen && <Rows nodes={childrenOf(value, path)} path={path} branches={branches} />}
    </TreeItem>
  );
};

const toggled = (expanded: Set<Key>, path: string) => {
  const next = new Set(expanded);
  if (!next.delete(path)) next.add(path);
  return next;
};

/** A value as a tree: collapsible, with the arrow keys too, and large branches step by step. */
export const ValueTree = ({ label, value }: { label: string; value: unknown }) => {
  const nodes = useMemo(() => childrenOf(value), [value]);
  const [expanded, setExpanded] = useState<Set<Key>>(() => new Set(openAtFirst(value)));
  const [counts, setCounts] = useState<Record<string, number>>({});
  if (nodes.length === 0) return <p className="json">{previewOf(value)}</p>;

  const branches: Branches = {
    expanded,
    counts,
    toggle: (path) => setExpanded((before) => toggled(before, path)),
    showMore: (path) => setCounts((before) => ({ ...before, [path]: (before[path] ?? step) + step })),
  };
  return (
    <Tree
      aria-label={label}
      className="tree"
      selectionMode="none"
      expandedKeys={expanded}
      onExpandedChange={(keys) => setExpanded(new Set(keys))}
    >
      <Rows nodes={nodes} path="" branches={branches} />
    </Tree>
  );
};
