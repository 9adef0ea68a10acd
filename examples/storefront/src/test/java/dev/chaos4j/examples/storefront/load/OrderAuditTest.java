package dev.chaos4j.examples.storefront.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chaos4j.examples.storefront.ShopSettings;
import dev.chaos4j.examples.storefront.cloud.Cloud;
import dev.chaos4j.examples.storefront.s3.Bucket;
import dev.chaos4j.examples.storefront.settings.Settings;
import dev.chaos4j.examples.storefront.shop.Order;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderAuditTest {
    @Test
    void findsLostAndDoubledOrders(@TempDir Path unused) {
        try (Cloud cloud = Cloud.start();
                Bucket bucket = connect(ShopSettings.of(cloud, unused).read())) {
            bucket.writeOrder(order("id-1", "kept"));
            bucket.writeOrder(order("id-2", "doubled"));
            bucket.writeOrder(order("id-3", "doubled"));

            OrderAudit audit = OrderAudit.of(List.of(promise("kept"), promise("doubled"), promise("lost")), bucket);

            assertThat(audit).isEqualTo(new OrderAudit(3, 3, List.of("lost"), List.of("doubled")));
        }
    }

    private static Bucket connect(Settings settings) {
        return Bucket.connect(settings.primary(), settings.credentials());
    }

    private static Promise promise(String request) {
        return new Promise(request, false);
    }

    private static Order order(String id, String request) {
        return new Order(id, request, "7", 1, "2017-02-28T17:37:00Z");
    }
}
