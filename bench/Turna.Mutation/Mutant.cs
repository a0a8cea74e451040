namespace Turna.Mutation;

/// <summary>One change to the engine, as the mutating tool made it. <see cref="Ignored"/> says why it is not judged.</summary>
internal sealed record Mutant(int Id, string File, int Line, int Column, string Kind, string From, string To, string? Ignored)
{
    public override string ToString() => $"{File}:{Line}:{Column}  {From}  →  {To}";
}

internal enum Outcome { Killed, TimedOut, Survived, NotCovered }

internal sealed record Verdict(int Mutant, Outcome Outcome, string By);
