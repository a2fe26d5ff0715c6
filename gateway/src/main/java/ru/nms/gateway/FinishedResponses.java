package ru.nms.gateway;

import org.reactivestreams.Publisher;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Keeps a client that hangs up from closing a connection to a service that serves somebody else by then: that one was answered
/// 503 (`PrematureCloseException`, spring-cloud-gateway#3301). A client has its whole answer when the last byte of the body is there;
/// the connection to the service goes back to the pool one frame later. Hanging up in between cancels the response, and the close
/// that follows from another thread meets the next request.
///
/// So a small answer is received to its end before the first byte goes on, and a connection whose response has ended is nobody's to close.
final class FinishedResponses implements GlobalFilter, Ordered {

    private static final int SMALL = 64 * 1024;

    @Override
    public int getOrder() {
        return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange.mutate().response(new ServerHttpResponseDecorator(exchange.getResponse()) {
            @Override
            public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
                var ended = Flux.from(body).doOnComplete(() -> letGo(exchange));
                long length = getHeaders().getContentLength();
                return super.writeWith(length >= 0 && length <= SMALL ? DataBufferUtils.join(ended) : ended);
            }

            @Override
            public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
                return super.writeAndFlushWith(Flux.from(body).doOnComplete(() -> letGo(exchange)));
            }
        }).build());
    }

    private static void letGo(ServerWebExchange exchange) {
        exchange.getAttributes().remove(ServerWebExchangeUtils.CLIENT_RESPONSE_CONN_ATTR);
    }
}
