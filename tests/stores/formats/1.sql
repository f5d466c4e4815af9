-- A store as format 1 wrote it. Never changed: such stores are out there.
CREATE TABLE care_coverage_formats (format INTEGER NOT NULL PRIMARY KEY) STRICT;
INSERT INTO care_coverage_formats (format) VALUES (1);
CREATE TABLE care_coverage_versions (name TEXT NOT NULL, version INTEGER NOT NULL CHECK (version >= 1), payload TEXT NOT NULL, PRIMARY KEY (name, version)) STRICT;
INSERT INTO care_coverage_versions VALUES ('basic', 1, '{"name":"basic","version":1,"guarantees":[]}');
INSERT INTO care_coverage_versions VALUES ('basic', 2, '{"name":"basic","version":2,"guarantees":[{"name":"DENTAL_CARE","care_type_mappings":[],"coverage_rule":{"__proto__":{"a":1}}}]}');
INSERT INTO care_coverage_versions VALUES ('a\u0000b', 1, '{"name":"a\u0000b","version":1,"guarantees":[]}');
