package ru.nms.platform.sync;

import java.util.UUID;

import org.springframework.http.HttpStatus;

import ru.nms.platform.list.Cursors;
import ru.nms.platform.problem.Refusal;

/// A position in a feed: everything up to this transaction and id was seen, in this epoch of the data.
///
/// @param tx    `xid8` as text; it outgrows a signed long only after 2^63 transactions
/// @param floor of the collection when the copy was begun or last went on: what was removed up to it, the copy never
///              had or was told of
/// @param view  what was shown of each object
record FeedCursor(long epoch, long tx, UUID id, long floor, String view) {

    private static final UUID LAST = new UUID(-1L, -1L);
    private static final UUID FIRST = new UUID(0L, 0L);
    private static final String NONE = "";

    static FeedCursor start(long epoch, long floor, String view) {
        return new FeedCursor(epoch, 0, FIRST, floor, view);
    }

    /// Behind every row of the transactions before `watermark`.
    static FeedCursor before(long epoch, long watermark, long floor, String view) {
        return new FeedCursor(epoch, watermark - 1, LAST, floor, view);
    }

    FeedCursor at(long tx, UUID id) {
        return new FeedCursor(epoch, tx, id, floor, view);
    }

    /// Where to go on now: at the start when more is shown of each object than the copy knows of.
    ///
    /// @throws Refusal 410 when tombstones were removed that this reader was not told of
    FeedCursor resumed(long floor, String view) {
        boolean told = tx > floor || tx == floor && id.equals(LAST);
        if (!told && this.floor < floor) {
            throw expired();
        }
        return view.equals(this.view) ? new FeedCursor(epoch, tx, id, floor, view) : start(epoch, floor, view);
    }

    String seal(Cursors cursors, String collection) {
        return cursors.seal(new Cursors.Position("%d:%d:%d:%s".formatted(epoch, tx, floor, view), id.toString()),
                "feed|" + collection);
    }

    /// @throws Refusal 410 when the data were restored since: the client must load everything anew
    static FeedCursor open(String text, Cursors cursors, String collection, long epoch) {
        var position = cursors.open(text, "feed|" + collection);
        var parts = position.value().split(":", -1);
        if (Long.parseLong(parts[0]) != epoch) {
            throw expired();
        }
        return new FeedCursor(epoch, Long.parseLong(parts[1]), UUID.fromString(position.id()),
                parts.length > 2 ? Long.parseLong(parts[2]) : 0, parts.length > 3 ? parts[3] : NONE);
    }

    static Refusal expired() {
        return Refusal.of(HttpStatus.GONE, "cursor-expired");
    }
}
