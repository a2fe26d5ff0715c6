package ru.nms.platform.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Moves an uploaded file into the database, where it outlives the process, and back onto a disk to be read.
final class ImportFile {

    private static final int CHUNK = 256 * 1024;

    private final ImportStore store;

    ImportFile(ImportStore store) {
        this.store = store;
    }

    Mono<Void> keep(UUID job, Flux<DataBuffer> content) {
        return content.map(ImportFile::bytes)
                .bufferUntil(new Chunking(CHUNK))
                .map(Chunking::join)
                .index()
                .concatMap(chunk -> store.addChunk(job, chunk.getT1(), chunk.getT2()), 1)
                .then();
    }

    /// The file on a disk of this process; the receiver discards it.
    Mono<Path> fetch(UUID job) {
        return Mono.fromCallable(() -> Files.createTempFile("nms-import-", ".table"))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(file -> DataBufferUtils.write(
                                store.chunks(job).map(DefaultDataBufferFactory.sharedInstance::wrap), file)
                        .thenReturn(file)
                        .doOnError(e -> discard(file)));
    }

    static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
