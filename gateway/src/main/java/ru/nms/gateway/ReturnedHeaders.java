package ru.nms.gateway;

import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

import ru.nms.platform.problem.RequestId;

/// What a service says takes the place of what the gateway has set beforehand, but for the request id.
final class ReturnedHeaders implements HttpHeadersFilter {

    @Override
    public HttpHeaders filter(HttpHeaders headers, ServerWebExchange exchange) {
        var returned = HttpHeaders.copyOf(headers);
        returned.remove(RequestId.HEADER);
        returned.headerNames().forEach(exchange.getResponse().getHeaders()::remove);
        return returned;
    }

    @Override
    public boolean supports(Type type) {
        return type == Type.RESPONSE;
    }
}
