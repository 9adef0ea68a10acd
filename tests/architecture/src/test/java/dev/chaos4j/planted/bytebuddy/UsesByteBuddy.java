package dev.chaos4j.planted.bytebuddy;

import net.bytebuddy.ByteBuddy;

interface UsesByteBuddy {
    ByteBuddy outsideOfTheAgent();
}
