package dev.chaos4j.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriggerFormsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "always | always",
                "{first: 3} | first 3",
                "{after: 3} | after 3",
                "{every: 5} | every 5",
                "{calls: {from: 3, to: 7}} | calls 3..7",
                "{calls: {from: 1, to: 7}} | first 7",
                "{rate: 0.2} | rate 0.2",
                "{rate: .2} | rate 0.2",
                "{rate: 1} | rate 1.0",
                "{rate: 0.2, seed: -7} | rate 0.2 seed -7",
                "{window: {from: 0s, to: 1m 30s}} | from 0s to 1m 30s after arming",
                "{any-of: [{first: 1}, {when-fired: {fault: one, times: 3}}]} | (first 1 or when 'one' fired 3 times)",
                "{any-of: [{first: 1}, {when-fired: {fault: one}}]} | (first 1 or when 'one' fired 1 times)",
                "{all-of: [{first: 9}, {rate: 0.5}]} | (first 9 and rate 0.5)",
                "{any-of: [{first: 9}, {every: 4}, always]} | ((first 9 or every 4) or always)",
                "{all-of: [{first: 9}, {any-of: [{every: 2}, {every: 3}]}]} | (first 9 and (every 2 or every 3))",
            })
    void readsEveryTrigger(String yaml, String description) {
        assertThat(Texts.fault("latency: 1s\ntrigger: " + yaml).trigger().describe())
                .isEqualTo(description);
    }

    @Test
    void firesAlwaysWithoutATrigger() {
        assertThat(Texts.fault("latency: 1s").trigger().describe()).isEqualTo("always");
    }
}
