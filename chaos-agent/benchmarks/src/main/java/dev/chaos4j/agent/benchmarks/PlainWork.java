package dev.chaos4j.agent.benchmarks;

import org.springframework.stereotype.Service;

/** The real work, and the class that is woven. */
@Service
public class PlainWork implements Work {

    @Override
    public int add(int left, int right) {
        return left + right;
    }

    @Override
    public String same(String text) {
        return text;
    }
}
