package dev.chaos4j.target;

import java.util.Set;

/** What a target may know of a type. The sets may be computed on demand. */
public interface TypeShape {

    /** The binary name, for example {@code shop.Inventory$Row}. */
    String name();

    /** The names of all its superclasses and interfaces, without itself. */
    Set<String> supertypes();

    /** The names of the annotations on the type, inherited ones included. */
    Set<String> annotations();
}
