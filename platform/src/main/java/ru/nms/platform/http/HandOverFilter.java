package ru.nms.platform.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import io.netty.channel.EventLoop;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;

/// Never answers a request while the server is still handing it over, but in the next task of the same event loop.
///
/// Reactor Netty 1.3.6 stops reading a keep-alive connection for ever when a request that had to wait for the end of
/// its predecessor is answered at once, as every 401 and 403 is (reactor-netty#4361): the client's next request hangs.
/// This filter goes when a version with the fix resolves.
@Order(Ordered.HIGHEST_PRECEDENCE)
final class HandOverFilter implements WebFilter {

    private final Map<EventLoop, Scheduler> schedulers = new ConcurrentHashMap<>();

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var loop = eventLoop(exchange.getRequest());
        var rest = Mono.defer(() -> chain.filter(exchange));
        return loop == null ? rest : rest.subscribeOn(schedulers.computeIfAbsent(loop, Schedulers::fromExecutor));
    }

    /// None when the server is not Reactor Netty, as in tests without sockets.
    private static @Nullable EventLoop eventLoop(ServerHttpRequest request) {
        var loop = new AtomicReference<@Nullable EventLoop>();
        if (ServerHttpRequestDecorator.getNativeRequest(request) instanceof HttpServerRequest netty) {
            netty.withConnection(connection -> loop.set(connection.channel().eventLoop()));
        }
        return loop.get();
    }
}
