import { hasOffer } from "../dialectLanguages";
import { placeIn } from "../placeIn";
import { showNoProfile } from "../profileEditor";
import type { TablePage } from "../table/tablePanel";
import type { Context } from "./context";

/** Opens a table as a grid: that of a code lens, or that of the cursor, or the first of the file. */
export async function editTable(context: Context, argument?: unknown): Promise<TablePage | undefined> {
  const { document, position } = await placeIn(argument, context);
  if (!document || !hasOffer(document, "tables")) {
    showNoProfile();
    return undefined;
  }
  return context.table.show(document, position);
}
