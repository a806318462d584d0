-- change names of attached indexes of table log_1

ALTER INDEX "notes_of_1" RENAME TO "log_1_note_idx";
