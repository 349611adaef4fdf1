package cn.mingjian.server.testing;

import java.lang.StackWalker.StackFrame;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A database in which one scope check at a time can be switched off: the condition stays in the statement with its
 * parameters, and is true of every row. Nothing is changed while none is switched off.
 */
public final class Switches {

    /** Conditions of rows by office, department or person, as they reach the database. */
    private static final Pattern CONDITION = Pattern.compile(
            // Scope.SQL and Scope.SHARED_SQL
            "\\(office_id = \\? and \\(\\? or (?:shared_with = 'OFFICE' or )?department_id = \\?\\)\\)"
                    // Scope.OFFICES_BELOW
                    + "|select id from office where id = \\?"
                    // written out
                    + "|(?<!set )(?:\\b[a-z]\\.)?\\b(?:office_id|department_id|account_id|ordered_by|asked_by) (?:=|<>) \\?");

    /** Writes find their row by its key, after a scope was asked. */
    private static final Pattern WRITES = Pattern.compile("\\s*(insert|update|delete)\\b");

    private static final Switches ONLY = new Switches();
    private static final StackWalker STACK = StackWalker.getInstance();
    private static final String OURS = "cn.mingjian.server.";

    /**
     * One check: a condition of a statement.
     *
     * @param methods of ours that were on their way to it, innermost first
     * @param nth condition of the statement, from 0
     */
    public record Check(List<String> methods, String statement, int nth) {

        /** The method in which it is asked, and the one that called it. */
        public String place() {
            return methods.stream().limit(2).collect(Collectors.joining(" < "));
        }

        @Override
        public String toString() {
            return place() + " (" + nth + "): " + statement.strip().replaceAll("\\s+", " ");
        }
    }

    private final Map<String, Check> known = new LinkedHashMap<>();
    private final Set<Check> reached = new LinkedHashSet<>();
    private @Nullable Check off;

    private Switches() {}

    /** Those of the test server. */
    public static Switches get() {
        return ONLY;
    }

    /** Begins anew: the first who comes to a check gives it its place. */
    public synchronized void forget() {
        known.clear();
        reached.clear();
    }

    /** The checks that requests reached since this was last asked. */
    public synchronized Set<Check> reached() {
        Set<Check> all = new LinkedHashSet<>(reached);
        reached.clear();
        return all;
    }

    /** Switches one off, or none. */
    public synchronized void off(@Nullable Check check) {
        off = check;
    }

    /** The same source of connections, with switches. */
    static DataSource in(DataSource source) {
        return (DataSource) Proxy.newProxyInstance(
                Switches.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, arguments) -> {
                    Object answer = call(source, method, arguments);
                    return answer instanceof Connection connection ? in(connection) : answer;
                });
    }

    private static Connection in(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Switches.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        arguments[0] = ONLY.switched((String) arguments[0]);
                    }
                    return call(connection, method, arguments);
                });
    }

    private static @Nullable Object call(Object on, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private synchronized String switched(String statement) {
        List<MatchResult> conditions = CONDITION.matcher(statement).results().toList();
        if (conditions.isEmpty() || WRITES.matcher(statement).lookingAt()) {
            return statement;
        }
        List<String> methods = methods();
        if (methods.isEmpty()) {
            return statement;
        }
        StringBuilder text = new StringBuilder(statement);
        for (int i = conditions.size() - 1; i >= 0; i--) {
            int nth = i;
            Check check =
                    known.computeIfAbsent(methods.get(0) + nth + statement, key -> new Check(methods, statement, nth));
            reached.add(check);
            if (check.equals(off)) {
                text.replace(conditions.get(i).start(), conditions.get(i).end(), open(conditions.get(i)));
            }
        }
        return text.toString();
    }

    private static String open(MatchResult condition) {
        String text = condition.group();
        return text.startsWith("select") ? text.replace("id = ?", "(id = ? or true)") : "(" + text + " or true)";
    }

    /** Of ours, while a request is answered; none otherwise. */
    private static List<String> methods() {
        return STACK.walk(frames -> {
            List<StackFrame> all = frames.toList();
            boolean request =
                    all.stream().anyMatch(frame -> frame.getClassName().endsWith("DispatcherServlet"));
            return request
                    ? all.stream().flatMap(Switches::name).distinct().collect(Collectors.toList())
                    : List.<String>of();
        });
    }

    private static Stream<String> name(StackFrame frame) {
        String type = frame.getClassName();
        if (!type.startsWith(OURS) || type.startsWith(OURS + "testing.") || type.startsWith(OURS + "audit.Act")) {
            return Stream.of();
        }
        String plain = type.substring(type.lastIndexOf('.') + 1).replaceAll("\\$.*", "");
        String method = frame.getMethodName().replaceAll("lambda\\$(\\w+)\\$\\d+", "$1");
        return Stream.of(plain + "." + method);
    }
}
