package ru.nms.platform.http;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

import ru.nms.platform.problem.Refusal;

final class IfMatchArgument implements SyncHandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == IfMatch.class;
    }

    @Override
    public Object resolveArgumentValue(MethodParameter parameter, BindingContext context, ServerWebExchange exchange) {
        var headers = exchange.getRequest().getHeaders().get(HttpHeaders.IF_MATCH);
        if (headers == null || headers.isEmpty()) {
            throw Refusal.of(HttpStatus.PRECONDITION_REQUIRED, "precondition-required");
        }
        return IfMatch.parse(String.join(",", headers).strip());
    }
}
