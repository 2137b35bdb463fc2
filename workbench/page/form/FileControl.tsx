import { ariaOf, type ControlProps } from "./control";
import type { FileValue } from "./values";

const readFile = (file: File): Promise<FileValue> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error);
    reader.onload = () =>
      resolve({
        base64: String(reader.result).replace(/^[^,]*,/, ""),
        contentType: file.type || "application/octet-stream",
      });
    reader.readAsDataURL(file);
  });

/** The content of a file. */
export const FileControl = ({ value, onChange, ...props }: ControlProps<FileValue | "">) => (
  <div className="row">
    <input
      {...ariaOf(props)}
      type="file"
      onChange={async ({ target }) => {
        const [file] = target.files ?? [];
        onChange(file ? await readFile(file) : "");
      }}
    />
    {value !== "" && <span className="help">{value.contentType}</span>}
  </div>
);
