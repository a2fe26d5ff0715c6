package ru.nms.platform.sync;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
                   List<String> after) {

    private static final int VIEW_BYTES = 6;

    /// Names what is shown, not how it is written: another name means that a copy lacks something.
    String view() {
        var shown = String.join("|", table, document, naturalKey).replaceAll("\\s+", " ").strip();
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(shown.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, VIEW_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
