package ru.nms.platform.table;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/// Counts what really comes out of a packed part, whatever the archive says about its size, and refuses a bomb while it
/// is still small.
final class GuardedStream extends FilterInputStream {

    /// Below this no ratio is suspicious: a long column of equal values packs a thousand times smaller.
    private static final long HARMLESS = 32L << 20;
    /// The longest piece of XML without a `<`. A parser holds a whole name, text or attribute in memory.
    private static final int LONGEST_TOKEN = 1 << 20;

    private final AtomicLong total;
    private final long most;
    private final long suspicious;
    private long here;
    private int token;

    GuardedStream(InputStream in, long packed, AtomicLong total, TableLimits limits) {
        super(in);
        this.total = total;
        this.most = limits.unpacked();
        this.suspicious = Math.max(HARMLESS, packed * limits.ratio());
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        if (count > 0) {
            here += count;
            if (total.addAndGet(count) > most || here > suspicious) {
                throw TableProblem.of(TableCode.FILE_BOMB);
            }
            watch(bytes, offset, offset + count);
        }
        return count;
    }

    private void watch(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            token = bytes[i] == '<' ? 0 : token + 1;
            if (token > LONGEST_TOKEN) {
                throw TableProblem.of(TableCode.FILE_BOMB);
            }
        }
    }
}
