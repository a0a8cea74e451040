using Turna.Cases.Contracts;
using Turna.Cases.Keeping;
using Turna.Data;
using Turna.Kernel;
using Turna.Kernel.Codes;
using Turna.Ledger;
using Turna.Members.Contracts;
using Turna.Vault;

namespace Turna.Cases.Working;

/// <summary>Records a service provided within a case.</summary>
internal sealed class ProvideService(
    TurnaDb db, CaseAccess access, KeyVault vault, AuditLedger ledger, CaseFacts facts, StaffDirectory staff, TimeProvider clock)
{
    internal sealed record Input(CaseId Case, string? Kind, DateOnly? On, int? Quantity, decimal? Cost, string? Currency, string? Remark);

    public async Task<Result<CaseId>> HandleAsync(Input input, Actor actor, CancellationToken cancel)
    {
        if (await access.FindAsync(input.Case, actor, CasesPermissions.Open, cancel) is not { } open) return Error.NotFound;
        if (open.Case.IsClosed) return Error.Refuse("The case is closed. Open it again first.");
        var today = await staff.TodayAsync(actor.Organisation, cancel);
        var errors = Check(input, open.Case, today);
        if (errors.Any) return errors.ToError();

        var service = new ProvidedService
        {
            Id = Guid.CreateVersion7(),
            Case = open.Case.Id,
            Organisation = open.Case.Organisation,
            Kind = input.Kind!,
            On = input.On ?? today,
            Member = actor.Member,
            Quantity = input.Quantity ?? 1,
            CostMinor = input.Cost is { } cost ? new Money(cost, input.Currency!).MinorUnits : null,
            Currency = input.Cost is null ? null : input.Currency,
            LoggedAt = clock.GetUtcNow().UtcDateTime,
        };
        if (Writing.Text(input.Remark) is { Length: > 0 } remark) service.Remark = vault.Seal(open.Key, service.RemarkPlace, remark);
        db.Add(service);
        access.Rely(open.Case);
        ledger.Record(actor, CasesActs.ServiceProvided, open.Case.Id.Value);
        await facts.PublishServiceAsync(open, service, actor, cancel);
        return await db.CommitAsync(open.Case.Id, cancel);
    }

    /// <summary>What is wrong with the fields, without recording anything; null when nothing is.</summary>
    public async Task<Error?> CheckAsync(Input input, Actor actor, CancellationToken cancel)
    {
        if (await access.FindAsync(input.Case, actor, CasesPermissions.Open, cancel) is not { } open) return null;
        var errors = Check(input, open.Case, await staff.TodayAsync(actor.Organisation, cancel));
        return errors.Any ? errors.ToError() : null;
    }

    private static FieldErrors Check(Input input, Case matter, DateOnly today)
    {
        var errors = new FieldErrors();
        if (!CodeLists.Shipped.Services.TryFind(input.Kind, out _)) errors.Add("Kind", "Choose the service");
        if (input.On > today) errors.Add("On", "The day must not lie in the future");
        if (input.On < matter.OpenedOn.AddYears(-1)) errors.Add("On", "The day lies long before the case was opened");
        if (input.Quantity is < 1 or > 10_000) errors.Add("Quantity", "Write a number from 1 to {0}", 10_000);
        if (input.Cost is < 0 or > 1_000_000_000m) errors.Add("Cost", "Write the cost as a number from 0");
        if (input.Cost is not null && !CodeLists.Shipped.Currencies.TryFind(input.Currency, out _)) errors.Add("Currency", "Choose the currency");
        if (input.Remark?.Length > WriteNote.Longest) errors.Add("Remark", "The remark must be {0} characters or fewer", WriteNote.Longest);
        return errors;
    }
}
