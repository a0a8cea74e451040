using Turna.Evidence.Contracts;
using Turna.Kernel;
using Turna.Vault;

namespace Turna.Cases.Keeping;

/// <summary>What cases tell the reports: opened, services provided, closed. Her coded attributes are those of the day the case was opened.</summary>
internal sealed class CaseFacts(Facts facts, Members.Contracts.StaffDirectory staff)
{
    public void PublishOpened(Case matter, FactPerson person) => facts.Publish(
        matter.Organisation, new Fact(matter.Id.Value, FactKind.CaseOpened, matter.OpenedOn, matter.Team, person) { Subtype = matter.Type.ToString(), Guarded = IsGuarded(matter) });

    public Task PublishServiceAsync(OpenableCase open, ProvidedService service, Actor actor, CancellationToken cancel) => facts.PublishLikeAsync(
        actor.Organisation, FactKind.CaseOpened,
        new Fact(open.Case.Id.Value, FactKind.Service, service.On, open.Case.Team, FactPerson.Anonymous) { Subtype = service.Kind, Guarded = IsGuarded(open.Case) }, cancel);

    public Task WithdrawServiceAsync(Case matter, ProvidedService service, CancellationToken cancel) =>
        facts.WithdrawOneAsync(matter.Id.Value, FactKind.Service, service.On, service.Kind, cancel);

    public async Task PublishClosedAsync(OpenableCase open, Actor actor, CancellationToken cancel)
    {
        var matter = open.Case;
        var on = matter.ClosedOn ?? await staff.TodayAsync(actor.Organisation, cancel);
        var fact = new Fact(matter.Id.Value, FactKind.CaseClosed, on, matter.Team, FactPerson.Anonymous)
        {
            Subtype = matter.Type.ToString(),
            Guarded = IsGuarded(matter),
            Recovered = matter.RecoveredMinor is { } minor ? Money.FromMinorUnits(minor, matter.Currency!) : null,
        };
        await facts.PublishLikeAsync(actor.Organisation, FactKind.CaseOpened, fact, cancel);
    }

    public Task WithdrawClosedAsync(Case matter, CancellationToken cancel) => facts.WithdrawAsync(matter.Id.Value, FactKind.CaseClosed, cancel);

    /// <summary>Exact figures leave a protected case out from now on, or count it again, with all it told before.</summary>
    public Task GuardAsync(Case matter, CancellationToken cancel) => facts.GuardAsync(matter.Id.Value, IsGuarded(matter), cancel);

    private static bool IsGuarded(Case matter) => matter.Sensitivity == Sensitivity.Protected;
}
