package ru.nms.platform.imports;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Predicate;

/// Ends a chunk once enough bytes have come together.
final class Chunking implements Predicate<byte[]> {

    private final int size;
    private int gathered;

    Chunking(int size) {
        this.size = size;
    }

    @Override
    public boolean test(byte[] part) {
        gathered += part.length;
        if (gathered < size) {
            return false;
        }
        gathered = 0;
        return true;
    }

    static byte[] join(List<byte[]> parts) {
        var all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
