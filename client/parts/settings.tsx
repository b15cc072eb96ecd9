// What holds for the whole plan beside its tree: one tab for each subject. Everybody may look; who may change what is each record's own rule.
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useT } from '../state/hooks.ts';
import { Panel } from './panel.tsx';
import { TABS } from './settings/tabs.ts';
import '../style/settings.css';

export function SettingsPanel({ first }: { readonly first?: string | undefined }) {
  const t = useT();
  return (
    <Panel title={t('cmd.file.settings')}>
      <Tabs className="settings" defaultSelectedKey={first ?? TABS[0]!.id}>
        <TabList className="settings-tabs" aria-label={t('cmd.file.settings')}>
          {TABS.map(({ id, title }) => (
            <Tab key={id} id={id} className="settings-tab">
              {t(title)}
            </Tab>
          ))}
        </TabList>
        {TABS.map(({ id, Body }) => (
          <TabPanel key={id} id={id} className="settings-body">
            <Body />
          </TabPanel>
        ))}
      </Tabs>
    </Panel>
  );
}
