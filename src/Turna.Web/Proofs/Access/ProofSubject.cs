using Turna.Kernel;

namespace Turna.Web.Proofs.Access;

/// <summary>A text that stands sealed in one record only, and the act by which it may be read.</summary>
/// <param name="Text">The text; nothing else in the office holds it.</param>
/// <param name="Act">The act of the role table that shows it.</param>
/// <param name="Sealed">The subject under whose key it is sealed: the ledger must name it before it is shown.</param>
internal sealed record Secret(string Text, string Act, Guid Sealed);

/// <summary>Something that pages are asked for: a person, a case, a consultation, a task, an account, a team.</summary>
internal sealed record ProofSubject
{
    public required string Kind { get; init; }

    /// <summary>In words, for the report.</summary>
    public required string Name { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public OrganisationId Organisation { get; init; }

    public TeamId? Team { get; init; }

    public bool IsRestricted { get; init; }

    public bool IsProtected { get; init; }

    /// <summary>Members named in a protected case; of a question, who asked and the officer.</summary>
    public IReadOnlyList<MemberId> Named { get; init; } = [];

    /// <summary>The record of whom a consultation concerns: where that is restricted, what was said is closed with it.</summary>
    public ProofSubject? Record { get; init; }

    /// <summary>Who wrote it, or whose task it is.</summary>
    public MemberId? By { get; init; }

    /// <summary>What a search for it types.</summary>
    public string Query { get; init; } = string.Empty;

    /// <summary>Values for the places of routes and forms: <c>file</c>, <c>journey</c>, …</summary>
    public IReadOnlyDictionary<string, string> Places { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<Secret> Secrets { get; init; } = [];

    /// <summary>False for an id that nothing has.</summary>
    public bool Exists { get; init; } = true;
}

/// <summary>Somebody who asks: a browser, and who she is at this moment; null for one whom the server does not know (any more).</summary>
internal sealed record ProofMember(string Name, Actor? Actor, ProofBrowser Browser);
