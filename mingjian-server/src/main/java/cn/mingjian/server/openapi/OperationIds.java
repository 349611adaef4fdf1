package cn.mingjian.server.openapi;

import io.swagger.v3.oas.models.Operation;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * Names each operation by its controller and method, as {@code run.stop}: methods of two controllers may have one name, and
 * a number behind it would change with every new endpoint.
 */
@Component
class OperationIds implements OperationCustomizer {

    private static final String CONTROLLER = "Controller";

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        String controller = method.getBeanType().getSimpleName().replace(CONTROLLER, "");
        return operation.operationId(
                StringUtils.uncapitalize(controller) + "." + method.getMethod().getName());
    }
}
