package dev.chaos4j.examples.storefront.demo;

import dev.chaos4j.check.Ledger;
import dev.chaos4j.examples.storefront.load.OrderAudit;
import dev.chaos4j.examples.storefront.load.Promise;
import dev.chaos4j.examples.storefront.s3.Bucket;
import dev.chaos4j.examples.storefront.settings.Settings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Receipts against what lies in the bucket, as checks take it. */
public final class Audit {
    private Audit() {}

    /** Reads every order in the bucket of the home Region. */
    public static Ledger of(List<Promise> promises, Settings settings) {
        Ledger ledger = new Ledger();
        Set<String> readable = new LinkedHashSet<>();
        promises.forEach(promise -> {
            ledger.acknowledged(promise.request());
            readable.add(promise.request());
        });
        try (Bucket bucket = Bucket.connect(settings.primary(), settings.credentials())) {
            readable.removeAll(Set.copyOf(OrderAudit.of(promises, bucket).lost()));
        }
        ledger.readBack(readable);
        return ledger;
    }
}
