package shop;

import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks what goes over the network. */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
public @interface Remote {}
