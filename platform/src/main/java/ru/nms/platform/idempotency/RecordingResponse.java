package ru.nms.platform.idempotency;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Holds the answer back until its transaction is committed.
final class RecordingResponse extends ServerHttpResponseDecorator {

    private byte[] body = new byte[0];

    RecordingResponse(ServerHttpResponse delegate) {
        super(delegate);
    }

    @Override
    public Mono<Void> writeWith(Publisher<? extends DataBuffer> content) {
        return DataBufferUtils.join(content).doOnNext(joined -> {
            body = new byte[joined.readableByteCount()];
            joined.read(body);
            DataBufferUtils.release(joined);
        }).then();
    }

    @Override
    public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> content) {
        return writeWith(Flux.from(content).concatMap(part -> part));
    }

    @Override
    public Mono<Void> setComplete() {
        return Mono.empty();
    }

    Answer answer() {
        return Answer.of(getDelegate(), body);
    }
}
