-- change names of attached indexes of table log_1

ALTER INDEX "log_1_note_idx" RENAME TO "notes_of_1";
