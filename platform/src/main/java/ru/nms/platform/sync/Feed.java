package ru.nms.platform.sync;

import java.util.List;

/// One collection of the change feed. A service declares one bean per collection.
///
/// The table needs `id uuid`, `version bigint`, `changed_at timestamptz`, `deleted boolean` and
/// `changed_tx xid8 NOT NULL DEFAULT pg_current_xact_id()` with the trigger `stamp_change()` before update and an
/// index on `(changed_tx, id)`. A deleted row stays as a tombstone.
///
/// @param collection name in the path, for example `people`
/// @param table      table or updatable view, with the alias that `document` uses: `person p`
/// @param alias      that alias
/// @param document   SQL expression for the JSON of a row in the federal field profile, for example
///                   `jsonb_build_object('municipalityId', p.municipality_id)`
/// @param naturalKey SQL expression for the JSON that stays in a tombstone
/// @param after      collections that a copy must load first
public record Feed(String collection, String table, String alias, String document, String naturalKey,
                   List<String> after) {}
