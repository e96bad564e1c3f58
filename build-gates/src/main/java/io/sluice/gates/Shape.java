package io.sluice.gates;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What a snippet is: what stands around it to make it a source file. Everything put before it stands on its own first
 * line, so that the compiler's line numbers need no more than an offset.
 */
enum Shape {
    COMPILATION_UNIT {
        @Override
        String wrap(Context context, String code) {
            return PACKAGE.matcher(code).find() ? code : context.head() + code;
        }
    },
    STATEMENTS {
        @Override
        String wrap(Context context, String code) {
            return context.head() + importsOf(code) + context.type() + "{ void snippet() throws Exception {"
                    + withoutImports(code) + "\n}}";
        }
    },
    CLASS_MEMBERS {
        @Override
        String wrap(Context context, String code) {
            return context.head() + importsOf(code) + context.type() + "{" + withoutImports(code) + "\n}";
        }
    };

    private static final Pattern PACKAGE = Pattern.compile("^\\s*package\\s", Pattern.MULTILINE);
    private static final Pattern IMPORT = Pattern.compile("^import\\s[^;]+;", Pattern.MULTILINE);

    abstract String wrap(Context context, String code);

    private static String importsOf(String code) {
        return IMPORT.matcher(code).results().map(found -> found.group()).collect(joining());
    }

    private static String withoutImports(String code) {
        return IMPORT.matcher(code).replaceAll("");
    }

    /** Where a snippet is compiled: its package, what it need not import, and the class its fields and methods come from. */
    record Context(String packageName, List<String> imports, String superclass, String name) {

        private String head() {
            return "package " + packageName + ";" + String.join("", imports);
        }

        private String type() {
            return "class " + name + " extends " + superclass;
        }
    }
}
