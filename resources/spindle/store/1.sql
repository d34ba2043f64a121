-- A study file, version 1. Texts called spec, plan, body and so on are JSON.
-- Times are milliseconds since 1970-01-01T00:00Z.

CREATE TABLE study (
  id      INTEGER PRIMARY KEY CHECK (id = 1),
  created INTEGER NOT NULL,
  plan    TEXT NOT NULL CHECK (json_valid(plan)),
  limits  TEXT NOT NULL CHECK (json_valid(limits)),
  state   TEXT NOT NULL CHECK (json_valid(state))
) STRICT;

-- The process that may write, if there is one. Any process may add commands.
CREATE TABLE owner (
  id      INTEGER PRIMARY KEY CHECK (id = 1),
  token   TEXT NOT NULL,
  host    TEXT NOT NULL,
  process INTEGER NOT NULL,
  started INTEGER NOT NULL,
  heard   INTEGER NOT NULL
) STRICT;

CREATE TABLE path (
  number       INTEGER PRIMARY KEY,
  name         TEXT NOT NULL UNIQUE,
  body         TEXT NOT NULL CHECK (json_valid(body)),
  confirmation TEXT CHECK (json_valid(confirmation))
) STRICT;

CREATE TABLE trial (
  key  TEXT PRIMARY KEY,
  spec TEXT NOT NULL CHECK (json_valid(spec))
) STRICT, WITHOUT ROWID;

CREATE TABLE attempt (
  id       INTEGER PRIMARY KEY,
  trial    TEXT NOT NULL REFERENCES trial (key),
  number   INTEGER NOT NULL CHECK (number >= 1),
  settings TEXT NOT NULL CHECK (json_valid(settings)),
  begun    INTEGER NOT NULL,
  UNIQUE (trial, number)
) STRICT;

CREATE TABLE provenance (
  id   INTEGER PRIMARY KEY,
  body TEXT NOT NULL UNIQUE CHECK (json_valid(body))
) STRICT;

-- Rows are only added here and in set_aside, so that a reader can go on from the last one it knows.
CREATE TABLE outcome (
  sequence   INTEGER PRIMARY KEY,
  attempt    INTEGER NOT NULL UNIQUE REFERENCES attempt (id),
  ended      INTEGER NOT NULL,
  outcome    TEXT NOT NULL CHECK (json_valid(outcome)),
  provenance INTEGER NOT NULL REFERENCES provenance (id)
) STRICT;

-- Attempts of a trial up to this number do not count.
CREATE TABLE set_aside (
  sequence INTEGER PRIMARY KEY,
  trial    TEXT NOT NULL REFERENCES trial (key),
  number   INTEGER NOT NULL,
  at       INTEGER NOT NULL
) STRICT;

-- A value that is not a number is NULL.
CREATE TABLE metric (
  attempt INTEGER NOT NULL REFERENCES attempt (id),
  name    TEXT NOT NULL,
  step    INTEGER NOT NULL,
  value   REAL,
  PRIMARY KEY (attempt, name, step)
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  number INTEGER PRIMARY KEY,
  at     INTEGER NOT NULL,
  level  TEXT NOT NULL,
  text   TEXT NOT NULL
) STRICT;

CREATE TABLE command (
  number INTEGER PRIMARY KEY,
  posted INTEGER NOT NULL,
  body   TEXT NOT NULL CHECK (json_valid(body)),
  answer TEXT CHECK (json_valid(answer))
) STRICT;

CREATE INDEX command_without_answer ON command (number) WHERE answer IS NULL;

-- For those who read the file with other tools.
CREATE VIEW result AS
  SELECT a.trial, a.number AS attempt, t.spec, o.outcome, p.body AS provenance,
    a.begun, o.ended,
    a.number <= coalesce(
      (SELECT max(s.number) FROM set_aside AS s WHERE s.trial = a.trial), 0) AS set_aside
  FROM attempt AS a
  JOIN trial AS t ON t.key = a.trial
  JOIN outcome AS o ON o.attempt = a.id
  JOIN provenance AS p ON p.id = o.provenance;
