package dev.winnow.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.winnow.ingest.RunningApi;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The route table and the controllers, which must name the same methods and paths. */
class RouteTableIT {
    @Test
    void hasOneRowForEachMappingOfAController() {
        try (RunningApi api = RunningApi.start()) {
            List<String> mapped = api.bean(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                    .flatMap(RouteTable::listMapped)
                    .map(RouteTableIT::name)
                    .toList();

            assertThat(RouteTable.ROUTES)
                    .extracting(RouteTableIT::name)
                    .doesNotHaveDuplicates()
                    .containsAll(mapped)
                    .filteredOn(name -> !mapped.contains(name))
                    .containsExactlyInAnyOrder("POST /v1/messages", "GET /livez", "GET /readyz");
        }
    }

    private static String name(Route route) {
        return route.method() + " " + route.path();
    }
}
