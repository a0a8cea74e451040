using Microsoft.EntityFrameworkCore;
using Turna.Cases.BringingIn;
using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.Kernel.Codes;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.People.Contracts;
using Turna.Vault;

namespace Turna.Cases.Consulting;

/// <summary>Whom a consultation concerns after it was corrected.</summary>
internal enum Concerns
{
    /// <summary>Whom it concerned before.</summary>
    Same,

    /// <summary>Somebody else we know.</summary>
    Known,

    Anonymous,
}

/// <summary>A consultation that a member may correct, opened on record.</summary>
/// <param name="Row">As it stands.</param>
/// <param name="Key">Its key.</param>
/// <param name="Said">What it seals.</param>
/// <param name="BelongsToCase">True when it belongs to a case of which she may be told: then the person stays.</param>
internal sealed record CorrectableConsultation(Consultation Row, SubjectKey Key, ConsultationContent Said, bool BelongsToCase);

/// <summary>Corrects what was logged: its particulars, and whom it concerns. The fact follows, so that reports count what is true.</summary>
internal sealed class CorrectConsultation(
    TurnaDb db, CaseAccess access, ConsultationShelf shelf, KeyVault vault, AuditLedger ledger, Facts facts, PersonFacts coding, StaffDirectory staff, TimeProvider clock)
{
    private const decimal LargestSum = 1_000_000_000_000m;

    internal sealed record Input : Particulars
    {
        public required ConsultationId Id { get; init; }

        /// <summary>The revision she saw: what somebody else changed meanwhile is not overwritten.</summary>
        public required int Revision { get; init; }

        public Concerns Concerns { get; init; }

        /// <summary>Somebody else we know, where it concerns her.</summary>
        public PersonId? Person { get; init; }

        /// <summary>The sum claimed; of a consultation that a register brought.</summary>
        public decimal? Claimed { get; init; }

        /// <summary>The sum recovered, likewise.</summary>
        public decimal? Recovered { get; init; }

        /// <summary>The currency of both.</summary>
        public string? Currency { get; init; }

        /// <summary>A supervisor says that it need not be restricted any more.</summary>
        public bool Opened { get; init; }
    }

    /// <summary>The consultation, opened on record; null when it is missing or not hers to correct.</summary>
    public async Task<CorrectableConsultation?> OpenAsync(ConsultationId id, Actor actor, CancellationToken cancel)
    {
        if (await access.VisibleConsultations(actor).SingleOrDefaultAsync(c => c.Id == id, cancel) is not { } row || !CaseAccess.MayCorrect(actor, row)) return null;
        if (await vault.FindKeyAsync(row.Subject, cancel) is not { } key) return null;
        // What is closed to her is not hers to overwrite either.
        if (await shelf.OpenOneAsync(row, "correct a consultation", actor, cancel) is not { Content: { } said }) return null;
        return new CorrectableConsultation(row, key, said, await MayBeToldOfCaseAsync(row, actor, cancel));
    }

    public async Task<Result<ConsultationId>> HandleAsync(Input input, Actor actor, CancellationToken cancel)
    {
        if (await db.AnsweredAsync<ConsultationId>(cancel) is { } earlier) return earlier.Value;
        if (await OpenAsync(input.Id, actor, cancel) is not { } open) return Error.NotFound;
        if (open.Row.Revision != input.Revision) return Error.Changed;
        var (row, before) = (open.Row, open.Said.Person);
        var person = PersonOf(input, before);
        var errors = new FieldErrors();
        input.Check(errors, await staff.TodayAsync(actor.Organisation, cancel), row);
        if (input.On is null) errors.Add("On", "Write the day of the contact");
        if (open.Said.Register is { } stands) CheckSums(input, stands, errors);
        if (open.BelongsToCase && person != before) errors.Add("Concerns", "It belongs to a case: whom it concerns stays");
        if (errors.Any) return errors.ToError();

        var coded = await CodedAsync(person, before, input.On!.Value, row, actor, cancel);
        if (coded is null && person != before) return Error.Field("Who", "Find the person again and choose her from the list");
        var register = NoteOf(open.Said.Register, input);
        Apply(open, input, person, register, actor);
        await facts.CorrectAsync(actor.Organisation, FactOf(row, coded, register), keepsPerson: coded is null, cancel);
        ledger.Record(actor, CasesActs.ConsultationCorrected, row.Id.Value);
        return await db.CommitAsync(row.Id, cancel);
    }

    // What the register left without a currency may stay so while the sums stay.
    private static void CheckSums(Input input, RegisterNote stands, FieldErrors errors)
    {
        if (input.Claimed is < 0 or > LargestSum) errors.Add("Claimed", "Write the sum as a number, without the currency");
        if (input.Recovered is < 0 or > LargestSum) errors.Add("Recovered", "Write the sum as a number, without the currency");
        if (CurrencyOf(input) is { } currency && !CodeLists.Shipped.Currencies.TryFind(currency, out _)) errors.Add("Currency", "Choose the currency from the list");
        var asItStood = stands.Currency is null && (input.Claimed, input.Recovered) == (stands.Claimed, stands.Recovered);
        if (CurrencyOf(input) is null && (input.Claimed ?? input.Recovered) is not null && !asItStood) errors.Add("Currency", "Choose the currency of the sums");
    }

    private static string? CurrencyOf(Input input) => string.IsNullOrEmpty(input.Currency) ? null : input.Currency;

    private static RegisterNote? NoteOf(RegisterNote? stands, Input input) =>
        stands is null ? null : stands with { Claimed = input.Claimed, Recovered = input.Recovered, Currency = CurrencyOf(input) };

    // A protected case may not be told of to somebody who is not named in it.
    private async Task<bool> MayBeToldOfCaseAsync(Consultation row, Actor actor, CancellationToken cancel) => row.Case is { } matter
        && (await db.Set<Case>().AnyAsync(c => c.Id == matter && c.Sensitivity != Sensitivity.Protected, cancel)
            || await access.Visible(actor, CasesPermissions.Open).AnyAsync(c => c.Id == matter, cancel));

    private static Guid? PersonOf(Input input, Guid? before) => input.Concerns switch
    {
        Concerns.Known => input.Person?.Value ?? Guid.Empty,
        Concerns.Anonymous => null,
        _ => before,
    };

    /// <summary>Her attributes for the fact; null when those stay that were coded before: on the same day, or of somebody who is not for this member to open.</summary>
    private async Task<FactPerson?> CodedAsync(Guid? person, Guid? before, DateOnly on, Consultation row, Actor actor, CancellationToken cancel)
    {
        if (person == before && (on == row.On || person is null)) return null;
        return person is { } id ? await coding.OfAsync(new PersonId(id), on, actor, cancel) : FactPerson.Anonymous;
    }

    private void Apply(CorrectableConsultation open, Input input, Guid? person, RegisterNote? register, Actor actor)
    {
        var (row, now) = (open.Row, clock.GetUtcNow().UtcDateTime);
        if (person != open.Said.Person)
        {
            row.Concern(person is { } id ? vault.LinkToken(Consultation.LinkKind, id) : null);
            LeaveCase(row, actor, now);
        }

        (row.On, row.Channel, row.Country, row.Topics, row.Minutes) = (input.On!.Value, input.Channel ?? string.Empty, input.CountryCode, input.TopicWords, input.Minutes);
        if (input.Language is { Length: 2 or 3 } language) row.Language = language;
        row.Restrict(input.Opened && actor.MayIn(CasesPermissions.Supervise, row.Team));
        (row.CorrectedAt, row.CorrectedBy) = (now, actor.Member);
        row.ContentRevision++;
        row.Content = vault.Seal(open.Key, row.ContentPlace, open.Said with { Person = person, Advice = Writing.Text(input.Advice), City = Writing.Line(input.City), Register = register });
    }

    // Only a case she may not be told of is left here. Those named in it see that the consultation went, and by whom.
    private void LeaveCase(Consultation row, Actor actor, DateTime now)
    {
        if (row.Case is { } matter) db.Add(new Entry { Id = Guid.CreateVersion7(), Case = matter, Kind = EntryKind.ConsultationLeft, At = now, Member = actor.Member });
        row.Case = null;
    }

    private static Fact FactOf(Consultation row, FactPerson? coded, RegisterNote? register) => new(row.Id.Value, FactKind.Consultation, row.On, row.Team, coded ?? FactPerson.Anonymous)
    {
        Destination = row.Country, Subtype = row.Channel.Length == 0 ? null : row.Channel, Topics = [.. row.TopicCodes], Minutes = row.Minutes ?? 0,
        Recovered = register?.Returned,
    };
}
