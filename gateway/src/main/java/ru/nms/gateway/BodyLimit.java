package ru.nms.gateway;

import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import ru.nms.platform.problem.Refusal;

/// Stops bodies that are too large at the door: at once by their announced length, else while they flow by.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class BodyLimit implements GlobalFilter {

    private static final Pattern IMPORT = Pattern.compile("/api/[a-z]+/v1/imports|/api/diagnostics/v1/frameworks/case");

    private final GatewaySettings settings;

    BodyLimit(GatewaySettings settings) {
        this.settings = settings;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var request = exchange.getRequest();
        long announced = request.getHeaders().getContentLength();
        long limit = limit(request);
        if (announced > limit) {
            return Mono.error(tooLarge());
        }
        boolean counted = announced >= 0 || !request.getHeaders().containsHeader(HttpHeaders.TRANSFER_ENCODING);
        return chain.filter(counted ? exchange : exchange.mutate().request(new Counted(request, limit)).build());
    }

    private long limit(ServerHttpRequest request) {
        var path = request.getURI().getRawPath();
        return (IMPORT.matcher(path).matches() ? settings.importLimit() : settings.bodyLimit()).toBytes();
    }

    private static Refusal tooLarge() {
        return Refusal.of(HttpStatus.CONTENT_TOO_LARGE, "too-large");
    }

    private static final class Counted extends ServerHttpRequestDecorator {

        private final long limit;

        Counted(ServerHttpRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public Flux<DataBuffer> getBody() {
            var seen = new AtomicLong();
            return super.getBody().handle((part, sink) -> {
                if (seen.addAndGet(part.readableByteCount()) > limit) {
                    DataBufferUtils.release(part);
                    sink.error(tooLarge());
                } else {
                    sink.next(part);
                }
            });
        }
    }
}
