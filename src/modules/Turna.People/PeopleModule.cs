using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Turna.Data;
using Turna.Design;
using Turna.Kernel;
using Turna.People.Asking;
using Turna.People.Attaching;
using Turna.People.Consenting;
using Turna.People.Contacting;
using Turna.People.Contracts;
using Turna.People.Correcting;
using Turna.People.Keeping;
using Turna.People.Matching;
using Turna.People.Registering;
using Turna.People.Relating;
using Turna.People.Restricting;
using Turna.People.Reviewing;
using Turna.People.Rights;
using Turna.People.Searching;
using Turna.People.Showing;
using Turna.People.Travelling;
using Turna.Vault;

namespace Turna.People;

/// <summary>Persons, households, consent, journeys abroad, search, duplicates, and the rights of the person herself.</summary>
public sealed class PeopleModule : Module, IHasEntities
{
    public override string Name => "people";

    public override IReadOnlyList<Permission> Permissions => PeoplePermissions.All;

    public override IReadOnlyList<Act> Acts => PeopleActs.All;

    public override IReadOnlyList<NavigationEntry> Navigation => [new NavigationEntry("People", "/people/search", PeoplePermissions.Search, 20)];

    public override NavigationEntry? Search => new NavigationEntry("Find a person", "/people/search", PeoplePermissions.Search, 0);

    public void AddEntities(ModelBuilder model) => Tables.Configure(model);

    public override void AddServices(IServiceCollection services)
    {
        services.AddScoped<PersonShelf>().AddScoped<IndexRounds>().AddScoped<SearchIndex>().AddScoped<Candidates>().AddScoped<FindPeople>();
        services.AddScoped<Twins>().AddScoped<LinkedRecords>().AddScoped<FindTwins>().AddScoped<FindManyTwins>().AddScoped<TightenContact>().AddScoped<DecideTwin>().AddScoped<RegisterPerson>().AddScoped<LoadRegister>().AddScoped<ChangePerson>().AddScoped<SetAccess>();
        services.AddScoped<ConsentBook>().AddScoped<GiveConsent>().AddScoped<WithdrawConsent>();
        services.AddScoped<JourneyBook>().AddScoped<KeepJourney>().AddScoped<RelationBook>().AddScoped<RelatePerson>();
        services.AddScoped<AttachmentBook>().AddScoped<AttachFile>().AddScoped<ShowPerson>();
        services.AddScoped<WhoOpened>().AddScoped<CopyForHer>().AddScoped<ErasePerson>().AddScoped<EraseWhenOver>().AddScoped<ProlongKeeping>().AddScoped<WarnOfDeletion>().AddScoped<LastContacts>();
        services.AddScoped<TwinQueue>().AddScoped<ReviewTwins>().AddScoped<PutOffTwin>().AddScoped<RegisterJobs>().AddScoped<Rekey>();
        services.AddScoped<IRegisterWork, SeekTwins>().AddScoped<IRegisterWork>(s => s.GetRequiredService<Rekey>());
        services.AddSingleton<RegisterWork>().AddSingleton<IFollowsSession>(s => s.GetRequiredService<RegisterWork>());
        services.AddHostedService(s => s.GetRequiredService<RegisterWork>());
        services.AddScoped<Officers>().AddScoped<AskOfficer>().AddScoped<AnswerQuestion>().AddScoped<QuestionShelf>();
        AddContracts(services);
    }

    public override void MapEndpoints(IEndpointRouteBuilder endpoints)
    {
        Suggestions.Map(endpoints);
        // People are never listed: who is needed is looked for.
        endpoints.MapGet("/people", () => Results.Redirect("/people/search")).WithMetadata(new NeedsAttribute(PeoplePermissions.SearchName));
        Downloads.Map(endpoints);
    }

    private static void AddContracts(IServiceCollection services)
    {
        services.AddScoped(s => new PersonFinder(s.GetRequiredService<FindPeople>(), s.GetRequiredService<FindTwins>()));
        services.AddScoped(s => new RegisterTrial(s.GetRequiredService<LoadRegister>(), s.GetRequiredService<FindPeople>()));
        services.AddScoped(s => new PersonCards(s.GetRequiredService<PersonShelf>(), s.GetRequiredService<LinkedRecords>(), s.GetRequiredService<Texts>()));
        services.AddScoped(s => new PersonRegister(s.GetRequiredService<RegisterPerson>(), s.GetRequiredService<TightenContact>()));
        services.AddScoped(s => new ClosedRecords(s.GetRequiredService<TurnaDb>(), s.GetRequiredService<KeyVault>()));
        services.AddScoped(s => new LikelyPeople(s.GetRequiredService<FindManyTwins>()));
        services.AddScoped(s => new PersonFacts(s.GetRequiredService<PersonShelf>(), s.GetRequiredService<Twins>()));
    }
}
