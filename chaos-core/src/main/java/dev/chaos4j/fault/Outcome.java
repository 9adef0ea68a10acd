package dev.chaos4j.fault;

/** A fault that settles how a call ends, other than by delaying or holding it. At most one per {@link Decision}. */
public sealed interface Outcome extends Fault
        permits Bandwidth, BrokenStream, Corruption, Failure, LostReply, Misconfiguration, Reply, WrongSetting {}
