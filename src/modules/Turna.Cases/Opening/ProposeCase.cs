using Microsoft.EntityFrameworkCore;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Kernel;
using Turna.People.Contracts;

namespace Turna.Cases.Opening;

/// <summary>Whose case it will be, and what the consultation it comes from suggests for it.</summary>
internal sealed record CaseProposal
{
    /// <summary>Null where the consultation is of somebody anonymous, or what was said in it is not hers to read.</summary>
    public PersonCard? Person { get; init; }

    /// <summary>Whose consultation it comes from; null where it comes from none.</summary>
    public TeamId? Team { get; init; }

    public CaseType? Type { get; init; }

    public Sensitivity Sensitivity { get; init; }

    public string? Reason { get; init; }
}

/// <summary>Proposes a case before it is opened; what it shows is on record first.</summary>
internal sealed class ProposeCase(CaseAccess access, ConsultationShelf shelf, PersonCards cards)
{
    private const string Purpose = "open a case";

    /// <summary>Null where the person or the consultation is missing or not to be known.</summary>
    public async Task<CaseProposal?> HandleAsync(PersonId? person, ConsultationId? consultation, Actor actor, CancellationToken cancel)
    {
        if (consultation is not { } id) return person is { } her ? await OfAsync(her, new CaseProposal(), actor, cancel) : null;
        if (await access.VisibleConsultations(actor).AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } from) return null;
        var proposal = new CaseProposal
        {
            Team = from.Team, Type = CaseTypes.For(from.TopicCodes), Sensitivity = from.Sensitivity == Sensitivity.Standard ? Sensitivity.Standard : Sensitivity.Restricted,
        };
        if (await shelf.IsClosedAsync(from, actor, cancel)) return null;
        if (!CaseAccess.MayRead(actor, from) || await shelf.OpenOneAsync(from, Purpose, actor, cancel) is not { Content: { } said }) return proposal;
        proposal = proposal with { Reason = said.Advice };
        return said.Person is { } concerned ? await OfAsync(new PersonId(concerned), proposal, actor, cancel)
            : person is { } named ? await OfAsync(named, proposal, actor, cancel) : proposal;
    }

    private async Task<CaseProposal?> OfAsync(PersonId person, CaseProposal proposal, Actor actor, CancellationToken cancel) =>
        await cards.OpenAsync(person, Purpose, actor, cancel) is { } card ? proposal with { Person = card } : null;
}
