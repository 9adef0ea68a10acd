package dev.chaos4j.planted.agent.bridge;

import org.slf4j.Logger;

interface KnowsTooMuch {
    Logger notOnTheBootstrapLoader();
}
