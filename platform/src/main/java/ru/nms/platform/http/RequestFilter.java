package ru.nms.platform.http;

import java.util.regex.Pattern;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

import reactor.core.publisher.Mono;
import ru.nms.platform.problem.Fault;
import ru.nms.platform.problem.Refusal;
import ru.nms.platform.problem.RequestId;

/// The first to look at a request. Gives it its id, gives the answer the headers every answer carries, and refuses
/// spellings of a path that two parties could read differently: what the gateway routes and the policy checks must
/// be what the service runs.
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class RequestFilter implements WebFilter {

    private static final Pattern ODD = Pattern.compile(
            "//|[;\\\\]|/\\.{1,2}(/|$)|%(2[eEfF5]|3[bB]|5[cC]|[01][0-9a-fA-F]|7[fF])");

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        var headers = exchange.getResponse().getHeaders();
        headers.set(RequestId.HEADER, RequestId.of(exchange));
        headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        return isOdd(exchange.getRequest().getURI().getRawPath())
                ? Mono.error(Refusal.malformed(Fault.at("", "malformed-path"))) : chain.filter(exchange);
    }

    static boolean isOdd(String path) {
        return ODD.matcher(path).find();
    }
}
