package ru.nms.platform.access;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;

/// Gives handlers their `Caller` parameter; `@Nullable Caller` where the operation is open to everyone.
final class CallerArgument implements SyncHandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public @Nullable Object resolveArgumentValue(MethodParameter parameter, BindingContext context,
                                                 ServerWebExchange exchange) {
        var caller = CurrentCaller.of(exchange);
        if (caller == null && !parameter.isOptional()) {
            throw CurrentCaller.missing();
        }
        return caller;
    }
}
