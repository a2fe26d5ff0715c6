package ru.nms.platform.sync;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import ru.nms.platform.list.Cursors;
import ru.nms.platform.problem.Refusal;

/// A position in a feed: everything up to this transaction and id was seen, in this epoch of the data.
///
/// @param tx `xid8` as text; it outgrows a signed long only after 2^63 transactions
record FeedCursor(long epoch, long tx, UUID id) {

    private static final UUID LAST = new UUID(-1L, -1L);
    private static final UUID FIRST = new UUID(0L, 0L);

    static FeedCursor start(long epoch) {
        return new FeedCursor(epoch, 0, FIRST);
    }

    /// Behind every row of the transactions before `watermark`.
    static FeedCursor before(long epoch, long watermark) {
        return new FeedCursor(epoch, watermark - 1, LAST);
    }

    String seal(Cursors cursors, String collection) {
        return cursors.seal(new Cursors.Position(epoch + ":" + tx, id.toString()), "feed|" + collection);
    }

    /// @throws Refusal 410 when the data were restored since: the client must load everything anew
    static FeedCursor open(@Nullable String text, Cursors cursors, String collection, long epoch) {
        if (text == null) {
            return start(epoch);
        }
        var position = cursors.open(text, "feed|" + collection);
        var parts = position.value().split(":", 2);
        var cursor = new FeedCursor(Long.parseLong(parts[0]), Long.parseLong(parts[1]), UUID.fromString(position.id()));
        if (cursor.epoch() != epoch) {
            throw expired();
        }
        return cursor;
    }

    static Refusal expired() {
        return Refusal.of(HttpStatus.GONE, "cursor-expired");
    }
}
