package ru.nms.platform.http;

import java.util.Arrays;
import java.util.List;

import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import ru.nms.platform.access.Allow;
import ru.nms.platform.access.Caller;

/// What the API description cannot see by itself: which handler parameters are ours and not the caller's, the header
/// `If-Match`, and who may call.
@Configuration(proxyBeanMethods = false)
public class ApiDescription {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, IfMatch.class, OwnParameters.class);
    }

    @Bean
    GlobalOperationCustomizer ourOperations() {
        return (operation, handler) -> {
            if (Arrays.stream(handler.getMethodParameters()).anyMatch(it -> it.getParameterType() == IfMatch.class)) {
                operation.addParametersItem(new HeaderParameter().name("If-Match").required(true)
                        .description("ETag, с которым объект был прочитан").schema(new StringSchema().example("\"7\"")));
            }
            describeAccess(operation, handler);
            return operation;
        };
    }

    private static void describeAccess(Operation operation, HandlerMethod handler) {
        var allow = handler.getMethodAnnotation(Allow.class);
        if (allow == null) {
            return;
        }
        operation.addExtension("x-roles", allow.everyone() ? List.of("everyone")
                : allow.anyoneSignedIn() ? List.of("signed-in") : Arrays.stream(allow.value()).map(Enum::name).toList());
        if (!allow.everyone()) {
            operation.addSecurityItem(new SecurityRequirement().addList("oidc"));
        }
    }
}
