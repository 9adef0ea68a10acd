package dev.chaos4j.planted.streams;

final class Prints {

    void print(Throwable problem) {
        System.out.println(problem);
        problem.printStackTrace();
    }
}
