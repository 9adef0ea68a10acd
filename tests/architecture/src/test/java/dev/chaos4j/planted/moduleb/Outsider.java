package dev.chaos4j.planted.moduleb;

import dev.chaos4j.planted.modulea.internal.Inside;

interface Outsider {
    Inside[] reachesIn();
}
