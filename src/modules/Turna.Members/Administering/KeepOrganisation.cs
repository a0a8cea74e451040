using Microsoft.EntityFrameworkCore;
using Turna.Data;
using Turna.Kernel;
using Turna.Ledger;
using Turna.Members.Keeping;

namespace Turna.Members.Administering;

/// <summary>Keeps the name of the organisation and the time zone of its office.</summary>
internal sealed class KeepOrganisation(TurnaDb db, AuditLedger ledger)
{
    internal sealed record Input(string? Name, string? TimeZone);

    /// <summary>The zones where offices are; the name is IANA's.</summary>
    public static IReadOnlyList<string> Zones { get; } =
        ["Asia/Bishkek", "Asia/Almaty", "Asia/Tashkent", "Asia/Dushanbe", "Europe/Moscow", "Asia/Yekaterinburg", "Asia/Novosibirsk", "Europe/Istanbul", "Asia/Seoul", "Asia/Dubai", "Europe/Warsaw", "America/New_York"];

    public async Task<Input> ReadAsync(Actor actor, CancellationToken cancel) =>
        await db.Set<Organisation>().AsNoTracking().Where(o => o.Id == actor.Organisation).Select(o => new Input(o.Name, o.TimeZone)).SingleAsync(cancel);

    public async Task<Result<Done>> HandleAsync(Input input, Actor actor, CancellationToken cancel)
    {
        var errors = new FieldErrors();
        var name = WrittenName.Of(input.Name);
        if (name is null) errors.Add(nameof(Input.Name), "Write the name of the organisation, in at most 200 characters.");
        if (!Zones.Contains(input.TimeZone)) errors.Add(nameof(Input.TimeZone), "Choose the time zone of the office.");
        if (errors.Any) return errors.ToError();

        var organisation = await db.Set<Organisation>().SingleAsync(o => o.Id == actor.Organisation, cancel);
        (organisation.Name, organisation.TimeZone) = (name!, input.TimeZone!);
        ledger.Record(actor, MembersActs.OrganisationChanged, organisation.Id.Value);
        return await db.CommitAsync(Done.It, cancel);
    }
}
