package ru.nms.platform.outbox;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import reactor.core.publisher.Mono;

/// Lets the record of changes know the request that makes them.
@Order(Ordered.HIGHEST_PRECEDENCE + 110)
final class ActorFilter implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return HttpMethod.GET.equals(exchange.getRequest().getMethod()) ? chain.filter(exchange)
                : chain.filter(exchange).contextWrite(context -> Actor.of(exchange, context));
    }
}
