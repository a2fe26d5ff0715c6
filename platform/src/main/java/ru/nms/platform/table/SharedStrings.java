package ru.nms.platform.table;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/// The texts that the cells of a workbook name by number. Any cell may name any text, so all must be at hand; in a
/// mapped temporary file, so that they cost no heap: a large register has millions of them. The file is readable by
/// this user alone and has no name any more when it is closed.
final class SharedStrings implements Closeable {

    private static final int BLOCK = 32;
    private static final ValueLayout.OfInt LENGTH = JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final Arena arena = Arena.ofShared();
    /// Where every 32nd text begins; those between are found by walking over their lengths.
    private long[] blocks = new long[64];
    private int count;
    private MemorySegment texts = MemorySegment.NULL;

    private SharedStrings() {}

    static SharedStrings read(@Nullable InputStream in) throws IOException {
        var strings = new SharedStrings();
        if (in != null) {
            try (var xml = new Xml(in)) {
                strings.store(xml);
            } catch (RuntimeException | IOException e) {
                strings.close();
                throw e;
            }
        }
        return strings;
    }

    /// A number that the workbook does not have is a broken file.
    String get(int index) {
        if (index < 0 || index >= count) {
            throw Xml.broken();
        }
        long at = blocks[index / BLOCK];
        for (int i = index % BLOCK; i > 0; i--) {
            at += Integer.BYTES + texts.get(LENGTH, at);
        }
        var bytes = texts.asSlice(at + Integer.BYTES, texts.get(LENGTH, at)).toArray(JAVA_BYTE);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        arena.close();
    }

    private void store(Xml xml) throws IOException {
        var file = Files.createTempFile("nms-table-", ".strings");
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE)) {
            long size = write(xml, new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)));
            texts = channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena);
        }
    }

    private long write(Xml xml, DataOutputStream out) throws IOException {
        long at = 0;
        while (xml.next()) {
            if (xml.starts("si")) {
                var bytes = XlsxRows.richText(xml, "si").getBytes(StandardCharsets.UTF_8);
                mark(at);
                out.writeInt(bytes.length);
                out.write(bytes);
                at += Integer.BYTES + bytes.length;
            }
        }
        out.flush();
        return at;
    }

    private void mark(long at) {
        if (count % BLOCK == 0) {
            int block = count / BLOCK;
            if (block == blocks.length) {
                blocks = Arrays.copyOf(blocks, block * 2);
            }
            blocks[block] = at;
        }
        count++;
    }
}
