package dev.sightline.api;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One path template and the resource methods behind its verbs. */
public final class Route {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\s*([^}:\\s]+)\\s*(?::\\s*((?:[^{}]|\\{[^}]*})+))?}");
    private static final List<String> ORDER = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

    private final Pattern pattern;
    private final int literals;
    private final Map<String, Method> methods = new HashMap<>();

    Route(String template) {
        this.pattern = Pattern.compile(regex(template) + "/?");
        this.literals = VARIABLE.matcher(template).replaceAll("").length();
    }

    void add(String verb, Method method) {
        methods.put(verb, method);
    }

    boolean matches(String path) {
        return pattern.matcher(path).matches();
    }

    int literals() {
        return literals;
    }

    boolean serves(Method method) {
        return methods.containsValue(method);
    }

    /** The value of {@code Allow}: the verbs in the order the reference prints them. */
    public String allow() {
        List<String> verbs = new ArrayList<>(methods.keySet());
        verbs.add("OPTIONS");
        if (verbs.contains("GET")) {
            verbs.add("HEAD");
        }
        return ORDER.stream().filter(verbs::contains).collect(Collectors.joining(", "));
    }

    /** The resource method behind a verb. */
    public Optional<Method> method(String verb) {
        return Optional.ofNullable(methods.get(verb));
    }

    /** Any of its resource methods, that of {@code GET} if there is one. */
    public Method reading() {
        return ORDER.stream().flatMap(verb -> method(verb).stream()).findFirst().orElseThrow();
    }

    /** The text at the place of a variable in a path that this route matches; null if the template has none such. */
    public String variable(String name, String path) {
        Matcher matcher = pattern.matcher(path);
        return matcher.matches() && pattern.pattern().contains("(?<" + group(name) + ">")
                ? matcher.group(group(name))
                : null;
    }

    /** The template with its variables unnamed: methods may call them differently. */
    static String anonymous(String template) {
        return VARIABLE.matcher(template).replaceAll("{}");
    }

    private static String regex(String template) {
        StringBuilder regex = new StringBuilder();
        Matcher variable = VARIABLE.matcher(template);
        int at = 0;
        while (variable.find()) {
            regex.append(Pattern.quote(template.substring(at, variable.start())));
            String value =
                    variable.group(2) == null ? "[^/]+" : variable.group(2).trim();
            regex.append("(?<")
                    .append(group(variable.group(1)))
                    .append('>')
                    .append(value)
                    .append(')');
            at = variable.end();
        }
        return regex.append(Pattern.quote(template.substring(at))).toString();
    }

    /** Regular expressions name their groups by letters and digits only. */
    private static String group(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "");
    }
}
