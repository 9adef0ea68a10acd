package dev.chaos4j.examples.storefront.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows what goes on: a table that is drawn again where that is possible, else a line every few seconds. */
final class Display {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(4);
    private static final double BAD = 0.05;
    private static final int BAR = 24;

    private final Terminal terminal;
    private int drawn;
    private long lastLine = Long.MIN_VALUE;
    private String lastStage = "";

    Display(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Shows one moment.
     *
     * @param stage what is going on
     * @param left the time left, of {@code whole}
     */
    void show(String stage, Duration left, Duration whole, List<Lane.Look> looks) {
        if (terminal.live()) {
            draw(stage, left, whole, looks);
        } else {
            print(stage, left, looks);
        }
    }

    /** The next thing shown comes below what was shown. */
    void settle() {
        drawn = 0;
    }

    private void draw(String stage, Duration left, Duration whole, List<Lane.Look> looks) {
        List<String> lines = new ArrayList<>();
        double share = whole.isZero() ? 1 : 1 - (double) left.toMillis() / whole.toMillis();
        lines.add("");
        lines.add(format(
                "  %s  %s  %2d s left",
                terminal.strong(format("%-26s", stage)), terminal.bar(share, BAR), seconds(left)));
        lines.add(format("  %-9s %6s %8s %9s %11s %14s", "", "req/s", "errors", "p99", "injections", "orders waiting"));
        for (Lane.Look look : looks) {
            lines.add(row(look));
            lines.add(format("  %-9s breakers: %s", "", breakers(look)));
        }
        terminal.draw(drawn, lines);
        drawn = lines.size();
    }

    private String row(Lane.Look look) {
        String errors = format("%6.1f %%", look.pulse().errorShare() * 100);
        return format(
                "  %-9s %6.1f %s %6d ms %11d %14d",
                look.build(),
                look.pulse().perSecond(),
                look.pulse().errorShare() > BAD ? terminal.bad(errors) : terminal.good(errors),
                look.pulse().p99().toMillis(),
                fired(look),
                look.patterns().ordersWaiting());
    }

    private void print(String stage, Duration left, List<Lane.Look> looks) {
        long now = System.nanoTime();
        if (stage.equals(lastStage) && now - lastLine < BETWEEN_LINES.toNanos()) {
            return;
        }
        lastStage = stage;
        lastLine = now;
        terminal.line(format("  [%s, %d s left]", stage, seconds(left))
                + looks.stream().map(Display::plain).collect(Collectors.joining("")));
    }

    /** All shops in one line. */
    static String summary(List<Lane.Look> looks) {
        return looks.stream().map(look -> plain(look).strip()).collect(Collectors.joining("; "));
    }

    private static String plain(Lane.Look look) {
        return format(
                "  %s: %.1f req/s, %.1f %% errors, p99 %d ms, %d injections, %d orders waiting, breakers: %s",
                look.build(),
                look.pulse().perSecond(),
                look.pulse().errorShare() * 100,
                look.pulse().p99().toMillis(),
                fired(look),
                look.patterns().ordersWaiting(),
                breakers(look));
    }

    private static long fired(Lane.Look look) {
        return look.rehearsed() == null ? 0 : look.rehearsed().fired();
    }

    private static String breakers(Lane.Look look) {
        Map<String, String> breakers = look.patterns().breakers();
        if (breakers.isEmpty()) {
            return "none";
        }
        String open = breakers.entrySet().stream()
                .filter(breaker -> !breaker.getValue().equals("CLOSED"))
                .map(breaker -> breaker.getKey() + " "
                        + breaker.getValue().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
        return open.isEmpty() ? "all closed" : open;
    }

    private static long seconds(Duration left) {
        return Math.round(left.toMillis() / 1000.0);
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
