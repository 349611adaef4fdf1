package cn.mingjian.compiler.expression;

import cn.mingjian.compiler.relation.Type;
import cn.mingjian.compiler.relation.Type.Form;
import cn.mingjian.functions.DomainFunction;
import cn.mingjian.functions.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The functions that an expression may call, by name and kinds of arguments. */
public final class FunctionCatalogue {

    private final Map<String, List<DomainFunction>> byName;

    public FunctionCatalogue(List<DomainFunction> functions) {
        byName = functions.stream()
                .collect(Collectors.groupingBy(DomainFunction::name, TreeMap::new, Collectors.toList()));
    }

    /** All names, the language's own functions and aggregates among them. */
    public Collection<String> names() {
        TreeSet<String> names = new TreeSet<>(byName.keySet());
        names.addAll(Calls.OWN);
        names.addAll(Aggregates.NAMES);
        return names;
    }

    String signatures(String name) {
        return byName.getOrDefault(name, List.of()).stream()
                .map(DomainFunction::signature)
                .collect(Collectors.joining(" / "));
    }

    /** The domain functions, overloads of one name together. */
    public Collection<List<DomainFunction>> domainFunctions() {
        return byName.values();
    }

    /** The names of the domain functions. */
    public Set<String> domainNames() {
        return byName.keySet();
    }

    /** The function that takes arguments of these types. */
    public Optional<DomainFunction> find(String name, List<Type> arguments) {
        return byName.getOrDefault(name, List.of()).stream()
                .filter(function -> fits(function, arguments))
                .findFirst();
    }

    private static boolean fits(DomainFunction function, List<Type> arguments) {
        if (function.parameters().size() != arguments.size()) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            if (!fits(function.parameters().get(i), arguments.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Kind parameter, Type argument) {
        return argument.form() == Form.NULL
                || argument.form() == Form.valueOf(parameter.name())
                || parameter == Kind.DECIMAL && argument.form() == Form.INTEGER;
    }

    /** The call in SQL, by the name under which the engine knows the function. */
    String sql(DomainFunction function, List<String> arguments) {
        return function.engineName() + "(" + String.join(", ", arguments) + ")";
    }
}
