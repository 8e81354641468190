BEGIN TRANSACTION;
CREATE TABLE disagreements (
  exercise TEXT NOT NULL REFERENCES exercises (id) ON DELETE CASCADE,
  turn INTEGER NOT NULL, label TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (exercise, turn, label));
INSERT INTO "disagreements" VALUES('KqLxSQvP2xJKVhYDZA54VktV',1,'excuses','voorbeeld');
CREATE TABLE exercises (
  id TEXT PRIMARY KEY, browser TEXT NOT NULL, created TEXT NOT NULL,
  title TEXT NOT NULL, parent TEXT NOT NULL, ending TEXT, total INTEGER, scores TEXT NOT NULL DEFAULT '{}');
INSERT INTO "exercises" VALUES('KqLxSQvP2xJKVhYDZA54VktV','sg2yu3Zgy-xa3AtDN4aVBLrxnMaqoKFjqrlXi9_puxI','2026-11-24T16:31:03+00:00','Sem, groep 5: moe en ruzie op maandag','Karin de Wit','gestopt',74,'{"opbouw": 72, "vragen": 69, "relatie": 85, "feiten": 42, "afstemming": 88, "afspraken": null, "valkuilen": 88}');
CREATE INDEX exercises_by_browser ON exercises (browser);
COMMIT;
