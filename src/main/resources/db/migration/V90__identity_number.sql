-- The number of a document as its holder typed it, for documents that no machine reads; sealed. Gone with the folder's pictures
CREATE TABLE identity_number (
  folder VARCHAR(100) NOT NULL PRIMARY KEY REFERENCES identity_folder (folder),
  kind   VARCHAR(20)  NOT NULL,
  sealed BYTEA        NOT NULL
);
