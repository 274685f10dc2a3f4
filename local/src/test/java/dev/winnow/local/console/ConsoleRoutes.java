package dev.winnow.local.console;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** The routes of all controllers of the console, as their annotations name them. */
final class ConsoleRoutes {
    private ConsoleRoutes() {}

    /** One route, such as {@code POST /tenants/{id}/disable}. */
    record Route(String method, String path) {
        boolean isApi() {
            return path.startsWith("/ops/v1/");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static List<Route> list() {
        List<Route> routes = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.winnow.console")) {
            for (Method method : type.reflect().getDeclaredMethods()) {
                RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                if (mapping != null) {
                    Arrays.stream(mapping.path())
                            .flatMap(path -> Arrays.stream(mapping.method())
                                    .map(RequestMethod::name)
                                    .map(verb -> new Route(verb, path)))
                            .forEach(routes::add);
                }
            }
        }
        return routes;
    }
}
