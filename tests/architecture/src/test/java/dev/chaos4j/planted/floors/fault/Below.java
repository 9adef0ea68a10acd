package dev.chaos4j.planted.floors.fault;

import dev.chaos4j.planted.floors.report.Above;

interface Below {
    Above[] looksUp();
}
